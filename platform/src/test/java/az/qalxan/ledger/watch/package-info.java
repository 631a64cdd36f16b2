@NullMarked
package az.qalxan.ledger.watch;

import org.jspecify.annotations.NullMarked;
