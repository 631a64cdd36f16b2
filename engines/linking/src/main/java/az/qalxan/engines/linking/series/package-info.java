/**
 * Owns series: which reports belong together because of shared evidence, and why.
 *
 * <p>Promises that series are a pure function of the reports and of people's decisions: the order
 * of arrival does not matter, keeping them up to date report by report gives the same as linking
 * the whole country anew, and whatever a decision changed its undoing restores. Every link can be
 * explained with reasons and the places in both texts. Works in bounded time per report.
 *
 * <p>Will never merge two reports, create a record of a person, or decide against a person's
 * decision.
 */
@NullMarked
package az.qalxan.engines.linking.series;

import org.jspecify.annotations.NullMarked;
