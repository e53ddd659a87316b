package com.crewyard.deployment.schema;

import java.util.List;

/** @param line of its first word, from 1 */
record Statement(int line, List<Token> tokens) {}
