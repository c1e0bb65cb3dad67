package cn.jinshan.chronicle.site;

class SettingsOnH2Test extends SettingsOnADatabase {}
