/**
 * STIX 2.1 patterns (chapter 9): read, asked of observations one by one, or a hundred thousand at
 * once. A pattern and what it is asked of are written by strangers, so both are bounded.
 */
@NullMarked
package az.qalxan.engines.threatintel.pattern;

import org.jspecify.annotations.NullMarked;
