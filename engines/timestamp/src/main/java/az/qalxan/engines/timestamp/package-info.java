/**
 * Time stamps after RFC 3161 over the checkpoints of a log: a client for any authority, an
 * authority of our own for closed networks and tests, and their check against certificates that are
 * known from elsewhere. It promises that a stamp it calls genuine covers the very bytes and was
 * signed by a certificate made for time stamps that was valid then. Whether that certificate was
 * revoked it does not ask.
 */
@NullMarked
package az.qalxan.engines.timestamp;

import org.jspecify.annotations.NullMarked;
