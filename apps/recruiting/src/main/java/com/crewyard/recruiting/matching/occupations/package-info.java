/** Which occupation of a classification, such as ESCO or O*NET, a title in somebody's own words means. */
@NullMarked
package com.crewyard.recruiting.matching.occupations;

import org.jspecify.annotations.NullMarked;
