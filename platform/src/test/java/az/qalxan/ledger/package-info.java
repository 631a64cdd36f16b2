@NullMarked
package az.qalxan.ledger;

import org.jspecify.annotations.NullMarked;
