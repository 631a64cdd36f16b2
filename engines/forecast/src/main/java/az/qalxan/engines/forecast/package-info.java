/**
 * Owns the arithmetic of looking ahead: how one equally spaced series probably goes on, with an
 * interval and with the record of how often such intervals held in the past. Promises the same
 * answer for the same series, a refusal with its reason where the history does not carry a
 * forecast, and that no value before a break of the rules of counting bears on an answer. Will
 * never fill in a value that nobody knows, nor say what a figure means.
 */
@NullMarked
package az.qalxan.engines.forecast;

import org.jspecify.annotations.NullMarked;
