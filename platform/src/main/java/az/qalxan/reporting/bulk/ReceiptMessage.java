package az.qalxan.reporting.bulk;

import org.jspecify.annotations.Nullable;

/**
 * The answer to a stored report.
 *
 * @param secret what the reporter needs to follow it; absent when the same key is sent again,
 *     because it is shown once
 * @param repeated whether an earlier request with the same key had stored it
 */
record ReceiptMessage(String id, String reference, @Nullable String secret, boolean repeated) {}
