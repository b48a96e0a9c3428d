//! What the app does, told the way a person lives through it.

mod backups;
mod bringing_in;
mod bulk;
mod by_hand;
mod crashes;
mod demo;
mod faults;
mod fields;
mod host;
mod hostile;
mod keys;
mod lock;
mod mirror;
mod network;
mod offline;
mod pages;
mod relations;
mod segments;
mod steps;
mod stopped;
mod storage;
mod story;
mod tabs;
mod taking_home;
mod views;
mod work;
