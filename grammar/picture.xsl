<?xml version="1.0"?>
<!-- picture.xsl - bison's XML report of the grammar as a graph for dot: who consists of what. A list is drawn as the thing it is a
     list of, so that the picture shows the report and not the automaton. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:key name="rules" match="rule" use="lhs"/>

  <xsl:template match="/">
    <xsl:text>digraph report {
  rankdir=LR; ranksep=0.4; nodesep=0.15;
  node [fontname="Noto Sans CJK SC,Noto Sans,sans-serif", fontsize=12, shape=box, style=filled, fillcolor="#eef3fa", color="#445566"];
  edge [color="#778899", arrowsize=0.6];
</xsl:text>
    <xsl:apply-templates select="//rules/rule/rhs/symbol"/>
    <xsl:apply-templates select="//terminals/terminal"/>
    <xsl:text>}&#10;</xsl:text>
  </xsl:template>

  <!-- What a symbol is drawn as: of a list (of which every rule holds itself and one other thing) that thing, else itself. -->
  <xsl:template name="drawn">
    <xsl:param name="name"/>
    <xsl:variable name="others" select="key('rules', $name)/rhs/symbol[. != $name]"/>
    <xsl:choose>
      <xsl:when test="count($others) = 1 and key('rules', $name)/rhs/symbol[. = $name]"><xsl:value-of select="$others"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$name"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="symbol">
    <xsl:variable name="from" select="../../lhs"/>
    <xsl:variable name="as"><xsl:call-template name="drawn"><xsl:with-param name="name" select="$from"/></xsl:call-template></xsl:variable>
    <xsl:variable name="to"><xsl:call-template name="drawn"><xsl:with-param name="name" select="."/></xsl:call-template></xsl:variable>
    <xsl:if test="not(starts-with($from, '$')) and not(starts-with(., '$')) and . != 'error' and $as = $from and $to != $from">
      <xsl:text>  </xsl:text><xsl:call-template name="quoted"><xsl:with-param name="name" select="$from"/></xsl:call-template>
      <xsl:text> -&gt; </xsl:text><xsl:call-template name="quoted"><xsl:with-param name="name" select="$to"/></xsl:call-template>
      <xsl:text>;&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template name="quoted">
    <xsl:param name="name"/>
    <xsl:choose>
      <xsl:when test="starts-with($name, '&quot;')"><xsl:value-of select="$name"/></xsl:when>
      <xsl:otherwise>"<xsl:value-of select="$name"/>"</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What the scanner reads is drawn without a box. -->
  <xsl:template match="terminal">
    <xsl:if test="starts-with(@name, '&quot;') and //rules/rule/rhs/symbol = @name">
      <xsl:text>  </xsl:text><xsl:value-of select="@name"/><xsl:text> [shape=plaintext, style=""];&#10;</xsl:text>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
