@NullMarked
package az.qalxan.web;

import org.jspecify.annotations.NullMarked;
