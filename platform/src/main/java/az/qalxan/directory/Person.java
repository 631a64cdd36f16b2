package az.qalxan.directory;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who fills or filled a post.
 *
 * @param until the last day; null while it goes on
 */
record Person(UUID id, UUID post, String name, LocalDate since, @Nullable LocalDate until) {}
