/** Qalxan: one application, one package per domain module; see docs/architecture.md. */
@NullMarked
package az.qalxan;

import org.jspecify.annotations.NullMarked;
