package az.qalxan.access;

import java.util.List;

/** The page of the access matrix. */
record MatrixPage(List<MatrixRule> rules) {}
