package az.qalxan.engines.evtx;

import java.util.List;

/** Compiled binary XML: of a template's definition, or of a piece that has no template. */
final class Template {

    final Content[] content;
    final SystemFields system;

    Template(List<Content> content) {
        this.content = content.toArray(Content[]::new);
        this.system = SystemFields.of(this.content);
    }
}
