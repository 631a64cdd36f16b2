/**
 * Azerbaijani text for search: folding, words, stems and search keys.
 *
 * <p>The package turns text as people type it (with or without diacritics, with invisible
 * characters and suffixes after apostrophes) into short keys that meet. It promises never to throw
 * on any text and to work in time linear in the length of the text. It will never guess the meaning
 * of a text, store it, or send it anywhere.
 */
@NullMarked
package az.qalxan.engines.language;

import org.jspecify.annotations.NullMarked;
