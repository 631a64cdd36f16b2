package az.qalxan.engines.caseontology;

/**
 * One thing that a shape says of a graph; what does not apply is empty.
 *
 * @param remark whether it leaves the graph valid: a warning, an advice
 * @param node which node of the graph
 * @param path which property of it
 * @param value the value that is the matter
 * @param shape which shape says so; without a name of its own, the one around it
 * @param constraint the kind of rule, for example {@code DatatypeConstraintComponent}
 */
public record Finding(
        boolean remark,
        String node,
        String path,
        String value,
        String shape,
        String constraint,
        String message) {

    /** One line. */
    public String sentence() {
        StringBuilder line = new StringBuilder(node);
        if (!path.isEmpty()) {
            line.append(' ').append(path);
        }
        if (!value.isEmpty()) {
            line.append(" = ").append(value);
        }
        return line.append(": ")
                .append(message)
                .append(" [")
                .append(shape)
                .append(", ")
                .append(constraint)
                .append(']')
                .toString();
    }
}
