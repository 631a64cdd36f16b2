@NullMarked
package az.qalxan.exchange.notice;

import org.jspecify.annotations.NullMarked;
