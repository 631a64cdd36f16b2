package az.qalxan.engines.caseontology;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.util.iterator.ExtendedIterator;

/** A graph that asks about the deadline whenever somebody looks into it. */
final class TimedGraph extends WrappedGraph {

    private final Deadline deadline;

    TimedGraph(Graph base, Deadline deadline) {
        super(base);
        this.deadline = deadline;
    }

    @Override
    public ExtendedIterator<Triple> find(Triple triple) {
        deadline.check();
        return super.find(triple);
    }

    @Override
    public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
        deadline.check();
        return super.find(subject, predicate, object);
    }

    @Override
    public boolean contains(Triple triple) {
        deadline.check();
        return super.contains(triple);
    }

    @Override
    public boolean contains(Node subject, Node predicate, Node object) {
        deadline.check();
        return super.contains(subject, predicate, object);
    }
}
