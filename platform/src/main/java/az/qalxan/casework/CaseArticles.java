package az.qalxan.casework;

import java.util.List;

/** Which articles a case stands under; the module that owns qualifications provides it. */
@FunctionalInterface
public interface CaseArticles {

    /** The articles that stand today, in the order in which they came. */
    List<String> standing(CaseHead head);
}
