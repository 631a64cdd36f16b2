/**
 * YAML of mappings, lists and single values, each with its line and column, so that whoever reads a
 * pack, a plan or a rule can say where it is wrong. No anchors, aliases or tags: nobody here needs
 * them, and they are how a small file becomes a large one.
 */
@NullMarked
package az.qalxan.engines.yaml;

import org.jspecify.annotations.NullMarked;
