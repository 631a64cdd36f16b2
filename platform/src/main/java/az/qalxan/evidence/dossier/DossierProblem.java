package az.qalxan.evidence.dossier;

import az.qalxan.web.Problem;

/** The problems of this module. */
enum DossierProblem implements Problem {
    /** An exhibit may not leave by this caller: its marking is too narrow. */
    NOT_TO_LEAVE("exhibit-not-to-leave", 403),
    /** The key that signs exports is outside of its term. */
    KEY_UNUSABLE("dossier-key-unusable", 409),
    /** The export is not finished, or it failed. */
    NOT_READY("dossier-not-ready", 409);

    private final String slug;
    private final int status;

    DossierProblem(String slug, int status) {
        this.slug = slug;
        this.status = status;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }
}
