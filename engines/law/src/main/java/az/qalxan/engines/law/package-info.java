/**
 * Owns the arithmetic of dated law: which treaty binds two states on a day, which of its articles
 * may carry a request and with what consequences, when a clock ends, which days are working days.
 * Promises a reason for every answer in Azerbaijani and English, the standing of every fact that
 * the answer rests on, and the same answer whatever the order of the facts. Will never know an
 * article, a body or a holiday by itself: all of that is data, and what nobody has verified says
 * so.
 */
@NullMarked
package az.qalxan.engines.law;

import org.jspecify.annotations.NullMarked;
