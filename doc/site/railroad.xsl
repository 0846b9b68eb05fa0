<?xml version="1.0"?>
<!-- railroad.xsl - bison's XML report of the grammar as lines for build.mjs: a rule's left side, and behind tabs its symbols; what the
     scanner reads begins with an apostrophe. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:key name="rules" match="rule" use="lhs"/>
  <xsl:template match="/">
    <xsl:for-each select="//grammar/rules/rule[not(starts-with(lhs, '$'))]">
      <xsl:value-of select="lhs"/>
      <xsl:for-each select="rhs/symbol[not(starts-with(., '$'))]">
        <xsl:text>&#9;</xsl:text>
        <xsl:if test="not(key('rules', .))">'</xsl:if>
        <xsl:value-of select="translate(., '&quot;', '')"/>
      </xsl:for-each>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
