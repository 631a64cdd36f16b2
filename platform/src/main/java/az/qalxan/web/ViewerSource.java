package az.qalxan.web;

/** Says who looks at the page that the current thread renders. */
@FunctionalInterface
public interface ViewerSource {

    Viewer viewer(Language language);
}
