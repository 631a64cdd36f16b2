package az.qalxan.engines.detection.pipeline;

import az.qalxan.engines.yaml.Yaml;

/** Makes values that stand where others stood. */
final class Values {

    private Values() {}

    /** Text, whatever it looks like. */
    static Yaml text(Yaml place, String text) {
        return new Yaml.Scalar(place.line(), place.column(), text, true);
    }

    /** What it looks like: a number, a truth value, or text. */
    static Yaml plain(Yaml place, String text) {
        return new Yaml.Scalar(place.line(), place.column(), text, false);
    }

    static boolean isText(Yaml value) {
        return value instanceof Yaml.Scalar scalar && !scalar.nothing() && scalar.truth() == null;
    }
}
