/**
 * The reader of Windows event logs in EVTX form: file header, chunks, records and their binary XML,
 * as JSON or XML. It promises that any bytes get an answer in bounded time and memory, that a
 * damaged file gives every record that can still be read, and that each damage is reported with its
 * offset. It changes nothing and judges nothing: what an event means is for others.
 */
@NullMarked
package az.qalxan.engines.evtx;

import org.jspecify.annotations.NullMarked;
