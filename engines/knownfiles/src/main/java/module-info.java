/** Says which files are known, exactly or perhaps. */
module az.qalxan.engines.knownfiles {
    requires static org.jspecify;
    requires java.sql;
    requires org.xerial.sqlitejdbc;

    exports az.qalxan.engines.knownfiles;
}
