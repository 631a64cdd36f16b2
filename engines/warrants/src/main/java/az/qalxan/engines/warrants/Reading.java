package az.qalxan.engines.warrants;

import java.util.List;

/** What became of bytes that were to be a message; the bytes stay with whoever brought them. */
public sealed interface Reading {

    /**
     * A message.
     *
     * @param remarks what its receiver should know
     */
    record Understood(HiMessage message, List<Finding> remarks) implements Reading {}

    /**
     * Not a message.
     *
     * @param violations all that is wrong, in the order in which it stands
     * @param remarks what was remarkable besides
     */
    record Malformed(List<Finding> violations, List<Finding> remarks) implements Reading {}
}
