package az.qalxan.engines.yaml;

/**
 * Why a file was not read on.
 *
 * @param line from 1
 * @param column from 1
 * @param argument the limit, the key or the scanner's words; empty where there is none
 */
public record YamlFlaw(int line, int column, Kind kind, String argument) {

    public enum Kind {
        TOO_LARGE,
        NOT_UTF8,
        NOT_YAML,
        TOO_DEEP,
        TOO_MANY_VALUES,
        /** An anchor, an alias or a tag. */
        ALIAS,
        KEY_NOT_PLAIN,
        KEY_TWICE
    }
}
