package az.qalxan.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares the right an endpoint asks for, as {@code module:verb} of the access matrix, for example
 * {@code casework:read}. An endpoint without this or {@link OpenToEveryone} is refused to all.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {

    String value();
}
