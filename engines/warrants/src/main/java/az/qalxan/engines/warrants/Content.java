package az.qalxan.engines.warrants;

/** What stands between the tags of an element. */
public sealed interface Content permits Element, Content.Letters {

    /** Characters. */
    record Letters(String text) implements Content {}
}
