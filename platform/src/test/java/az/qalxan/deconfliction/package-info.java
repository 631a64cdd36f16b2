/** Tests of what bodies learn of each other. */
@org.jspecify.annotations.NullMarked
package az.qalxan.deconfliction;
