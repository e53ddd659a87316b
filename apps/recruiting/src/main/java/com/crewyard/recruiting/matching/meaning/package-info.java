/** Which skills a text means and which occupation of a classification, such as ESCO or O*NET, a title in somebody's own words. */
@NullMarked
package com.crewyard.recruiting.matching.meaning;

import org.jspecify.annotations.NullMarked;
