package az.qalxan.exchange.knowledge;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of an object.
 *
 * @param places its newest version in each collection, the latest first
 * @param values what it holds
 * @param moreValues whether it holds others
 * @param relations what it names and what names it
 * @param moreRelations whether there are others
 * @param others the objects at the other ends, as far as the reader may know them
 * @param worth what an indicator is still worth; null for what is none
 * @param seen what events of the reader's body held; null for nothing
 * @param verdicts what bodies say of it
 */
record ObjectView(
        List<StoredObject> places,
        List<RelationStore.Holding> values,
        boolean moreValues,
        List<KnownObject.Link> relations,
        boolean moreRelations,
        Map<String, StoredObject> others,
        @Nullable Decay worth,
        Sightings.@Nullable Seen seen,
        List<VerdictStore.Verdict> verdicts,
        KnowledgeGraph graph) {

    ObjectView {
        places = List.copyOf(places);
        values = List.copyOf(values);
        relations = List.copyOf(relations);
        others = Map.copyOf(others);
        verdicts = List.copyOf(verdicts);
    }

    StoredObject newest() {
        return places.getFirst();
    }
}
