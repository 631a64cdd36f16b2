package az.qalxan.engines.vault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The master keys at hand: one that wraps from now on, and earlier ones that still open. */
public record KeyRing(MasterKey current, List<MasterKey> earlier) {

    public KeyRing {
        earlier = List.copyOf(earlier);
    }

    public static KeyRing of(MasterKey current, MasterKey... earlier) {
        return new KeyRing(current, List.of(earlier));
    }

    Optional<MasterKey> of(String id) {
        List<MasterKey> all = new ArrayList<>(earlier);
        all.add(current);
        return all.stream().filter(key -> key.id().equals(id)).findFirst();
    }
}
