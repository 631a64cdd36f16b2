/** Signed containers after ETSI EN 319 162-1 (ASiC-E with CAdES), of any size. */
@NullMarked
package az.qalxan.engines.container;

import org.jspecify.annotations.NullMarked;
