package az.qalxan.engines.container;

/** Signs a container's list of files. */
public interface Signing {

    /** A detached CAdES signature (a CMS file in DER) over exactly these bytes. */
    byte[] sign(byte[] manifest);
}
