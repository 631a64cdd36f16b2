package az.qalxan.access;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The bodies that an account, a token or a rule may name, and those whose accounts one keeps. */
@Component
final class KnownBodies {

    private static final Right ADMINISTER = new Right(GuardedModule.ACCESS, Verb.ADMINISTER);

    private final ObjectProvider<BodyNames> directory;
    private final AccessPolicy policy;

    KnownBodies(ObjectProvider<BodyNames> directory, AccessPolicy policy) {
        this.directory = directory;
        this.policy = policy;
    }

    /** The codes to offer: those of the directory, and those that the matrix names. */
    List<String> codes() {
        Stream<BodyCode> listed = directory.getIfAvailable(() -> BodyNames.NONE).all().stream();
        Stream<BodyCode> ruled =
                policy.matrix().rules().stream().flatMap(rule -> rule.bodies().listed().stream());
        return Stream.concat(listed, ruled).map(BodyCode::value).distinct().sorted().toList();
    }

    boolean mayAdminister(Caller caller, BodyCode body) {
        Reach reach = body.equals(caller.body()) ? Reach.OWN : Reach.ANY;
        return policy.ceiling(caller, ADMINISTER, reach).isPresent();
    }
}
