/** Finds and normalises the identifiers that connect one report with another. */
module az.qalxan.engines.linking {
    requires com.google.common;
    requires com.google.i18n.phonenumbers.libphonenumber;
    requires static org.jspecify;

    exports az.qalxan.engines.linking;
    exports az.qalxan.engines.linking.record;
    exports az.qalxan.engines.linking.series;
}
