/**
 * What a file of evidence is, what it contains, and when what happened: types, mail, archives,
 * pictures, text, moments. Every byte is foreign and meant to harm until shown otherwise; {@link
 * az.qalxan.engines.content.Sandbox} reads in a process of its own.
 */
@NullMarked
package az.qalxan.engines.content;

import org.jspecify.annotations.NullMarked;
