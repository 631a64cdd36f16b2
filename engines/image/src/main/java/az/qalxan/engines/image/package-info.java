/**
 * Readers of disk images: Expert Witness Compression Format (EWF-E01) over all its segments, and
 * AFF4 with its stripes. It promises that what it gives out as sound was checked against the
 * image's own checksums, that whatever is not is named with its place and read as zeros, and that a
 * hostile file costs bounded time and memory. It never writes an image and knows nothing of the
 * file systems inside.
 */
@NullMarked
package az.qalxan.engines.image;

import org.jspecify.annotations.NullMarked;
