package az.qalxan.cooperation.paper;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a text of a form may be beyond free words. */
@interface PaperText {

    /** The longest text of one field. */
    int CHARS_MAX = 8_000;

    /** The most entries of one list. */
    int ENTRIES_MAX = 200;

    /** A time zone of the IANA database; empty when it is not known. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface Zone {}

    /** 64 hexadecimal digits. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface Sha256 {}
}
