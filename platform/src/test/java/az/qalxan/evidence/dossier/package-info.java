@NullMarked
package az.qalxan.evidence.dossier;

import org.jspecify.annotations.NullMarked;
