package az.qalxan.engines.detection.pipeline;

import az.qalxan.engines.yaml.Yaml;

/** A pipeline that cannot be used: where, why, and what to do about it. */
public final class BadPipeline extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    BadPipeline(Yaml at, String problem) {
        this(at.line(), at.column(), problem);
    }

    BadPipeline(int line, int column, String problem) {
        super(problem);
        this.line = line;
        this.column = column;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}
