/** Tests of the public form and the reporter's own view. */
@NullMarked
package az.qalxan.reporting.form;

import org.jspecify.annotations.NullMarked;
