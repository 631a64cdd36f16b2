@org.jspecify.annotations.NullMarked
package az.qalxan.evidence.erasure;
