package az.qalxan.engines.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file held.
 *
 * @param documents those before the flaw, all of them where there is none
 */
public record YamlRead(List<Yaml> documents, @Nullable YamlFlaw flaw) {

    public YamlRead {
        documents = List.copyOf(documents);
    }
}
