package az.qalxan.evidence.dossier;

/** Why an export came to nothing; message key {@code dossier.failure.<code>}. */
final class DossierFailed extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;

    DossierFailed(String code) {
        super(code);
        this.code = code;
    }

    String code() {
        return code;
    }
}
