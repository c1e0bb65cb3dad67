package cn.jinshan.chronicle.site;

class FederationOnH2Test extends FederationOnADatabase {}
