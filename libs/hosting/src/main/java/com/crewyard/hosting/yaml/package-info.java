/** YAML 1.2 with the place of every value, so that a refusal names line and column. */
@NullMarked
package com.crewyard.hosting.yaml;

import org.jspecify.annotations.NullMarked;
